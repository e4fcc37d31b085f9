// A fact and its words show each other. The page works without: every link is a plain one.
"use strict";

const marks = [...document.querySelectorAll(".mark[data-facts]")];
const cards = [...document.querySelectorAll(".card[data-fact]")];
const marksOf = (uid) => marks.filter((mark) => mark.dataset.facts.split(" ").includes(uid));

function show(uid) {
  for (const mark of marks) mark.classList.toggle("shown", mark.dataset.facts.split(" ").includes(uid));
  for (const card of cards) card.classList.toggle("shown", card.dataset.fact === uid);
}

for (const card of cards) {
  card.addEventListener("mouseenter", () => show(card.dataset.fact));
  card.addEventListener("mouseleave", () => show(target()));
}

function target() {
  const found = /^#(?:fact|quote)-([^-]+)/.exec(location.hash);
  return found ? found[1] : "";
}

// A link to a fact brings both sides into view: its card in the list, its first words in the text.
function follow() {
  const uid = target();
  show(uid);
  if (!uid) return;
  const card = cards.find((one) => one.dataset.fact === uid);
  const [mark] = marksOf(uid);
  const beside = matchMedia("(min-width: 60.01rem)").matches;
  if (!beside || !card || !mark) return;
  const list = card.closest(".facts");
  mark.scrollIntoView({ block: "center" });
  list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
}

addEventListener("hashchange", follow);
addEventListener("load", follow);
