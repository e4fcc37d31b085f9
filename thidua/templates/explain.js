// Pointing at a span, or tapping it, shows the rule and the inference of every fact that rests on it.
"use strict";

const box = document.getElementById("why");
const cards = new Map([...document.querySelectorAll(".card[data-fact]")].map((card) => [card.dataset.fact, card]));
let timer = 0;
let shown = null;

function show(mark) {
  clearTimeout(timer);
  if (shown === mark) return;
  shown = mark;
  box.replaceChildren(...mark.dataset.facts.split(" ").map((label) => {
    const gist = cards.get(label).querySelector(".gist").cloneNode(true);
    gist.classList.add(cards.get(label).classList.item(1));
    return gist;
  }));
  box.hidden = false;
  box.scrollTop = 0;
  place(mark);
}

// Below the words, or above them where there is no room below.
function place(mark) {
  const rects = mark.getClientRects();
  const first = rects[0];
  const last = rects[rects.length - 1];
  const below = last.bottom + 6;
  const fits = below + box.offsetHeight <= innerHeight;
  box.style.left = `${Math.max(8, Math.min(last.left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${fits ? below : Math.max(8, first.top - box.offsetHeight - 6)}px`;
}

function hide() {
  clearTimeout(timer);
  shown = null;
  box.hidden = true;
}

const soon = () => { timer = setTimeout(hide, 250); };

for (const mark of document.querySelectorAll(".mark[data-facts]")) {
  mark.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(mark); });
  mark.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") soon(); });
  mark.addEventListener("focus", () => { if (mark.matches(":focus-visible")) show(mark); });
  mark.addEventListener("blur", soon);
  // With a mouse the box is there already, and a click goes to the fact; a finger has to ask first.
  mark.addEventListener("click", (event) => {
    if (shown === mark) return;
    event.preventDefault();
    show(mark);
  });
}
box.addEventListener("pointerenter", () => clearTimeout(timer));
box.addEventListener("pointerleave", soon);
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
addEventListener("click", (event) => { if (!event.target.closest(".mark, #why")) hide(); });
addEventListener("hashchange", hide);
