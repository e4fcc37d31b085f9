-- The whole archive. `--` comments above a table or beside a column are its public description:
-- metadata.json and docs/data.md are generated from them. `private` as a comment's first word: never published.

-- Newspapers and portals the archive reads, each described by one file under crawler/sources.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,          -- short name, also the name of the source's file
  name TEXT NOT NULL,           -- name as printed
  province TEXT,                -- province the paper belonged to before July 2025
  province_now TEXT,            -- province today
  home TEXT NOT NULL,           -- address of the front page
  platform TEXT,                -- family of content-management systems whose markup the paper uses
  demo INTEGER NOT NULL         -- 1: an invented paper of the demonstration, its news never happened
) STRICT;

-- One row for each time the program went out to the newspapers.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier
  kind TEXT NOT NULL,           -- crawl
  started TEXT NOT NULL,        -- UTC, ISO 8601
  finished TEXT,                -- UTC; empty while it runs and if it was cut off
  fetched INTEGER NOT NULL DEFAULT 0,  -- responses kept
  problems INTEGER NOT NULL DEFAULT 0  -- issues met
) STRICT;

-- Every response that was kept, byte for byte, in a WARC file.
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,       -- in the order in which responses arrived
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from the WARC record's own
  url TEXT NOT NULL,            -- address asked for
  canonical_url TEXT NOT NULL,  -- the same address in its one canonical spelling
  source_id TEXT NOT NULL REFERENCES sources(id),
  run_id INTEGER NOT NULL REFERENCES runs(id),
  kind TEXT NOT NULL,           -- article, section, feed, sitemap, robots; other: an answer that is evidently not the page asked for
  status INTEGER NOT NULL,      -- HTTP status
  fetched_at TEXT NOT NULL,     -- UTC, ISO 8601
  content_type TEXT,            -- as the server declared it
  sha256 TEXT NOT NULL,         -- of the body as sent
  warc_file TEXT NOT NULL,      -- file under warc/
  warc_offset INTEGER NOT NULL, -- offset of the record in that file, bytes
  warc_length INTEGER NOT NULL, -- compressed length of the record, bytes
  tls TEXT                      -- what of the server's certificate was not asked for, as the source's file allows; empty: nothing
) STRICT;
CREATE INDEX captures_canonical_url ON captures(canonical_url);
CREATE INDEX captures_source ON captures(source_id);
CREATE INDEX captures_run ON captures(run_id);

-- Articles as read from their newest kept page.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,       -- that of the first kept page
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from the canonical address
  source_id TEXT NOT NULL REFERENCES sources(id),
  capture_id INTEGER NOT NULL REFERENCES captures(id),  -- the kept page that was read
  url TEXT NOT NULL,            -- canonical address
  title TEXT NOT NULL,          -- headline
  sapo TEXT,                    -- lead paragraph
  author TEXT,                  -- byline
  section TEXT,                 -- rubric of the paper
  published TEXT,               -- publication time, ISO 8601 in +07:00; empty where the page does not tell
  published_precision TEXT,     -- minute or day
  published_raw TEXT,           -- publication time as printed
  published_basis TEXT,         -- where on the page it stood
  text TEXT NOT NULL,           -- the whole readable article in page order, blocks joined by blank lines
  text_sha256 TEXT NOT NULL,    -- of the text in UTF-8
  fingerprint TEXT NOT NULL,    -- version of the reading and of the rules that made this row and its facts
  gone_at TEXT                  -- UTC; when the newspaper was first seen to have taken the article down; empty while it stands
) STRICT;
CREATE INDEX articles_source ON articles(source_id);
CREATE INDEX articles_capture ON articles(capture_id);
CREATE INDEX articles_published ON articles(published);

-- Earlier texts of articles that their newspapers changed after publication; the text of today is in articles.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from the article and the kept page
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER NOT NULL REFERENCES captures(id),  -- the kept page that was read
  seq INTEGER NOT NULL,         -- place among the article's texts, from 0
  first_seen TEXT NOT NULL,     -- UTC; when it was first fetched
  replaced TEXT NOT NULL,       -- UTC; when the next text was first fetched
  title TEXT NOT NULL,          -- headline
  text TEXT NOT NULL,           -- the whole readable article
  text_sha256 TEXT NOT NULL     -- of the text in UTF-8
) STRICT;
CREATE INDEX versions_article ON versions(article_id);
CREATE INDEX versions_capture ON versions(capture_id);

-- Articles that tell what another article told before them: the same text on other sites, or nearly so.
CREATE TABLE copies (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  origin_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,  -- the earliest article of the group
  similarity REAL NOT NULL,     -- estimated share of word sequences in common, 1 for the same text
  basis TEXT NOT NULL           -- same text, near text, or named: the copy itself names its origin
) STRICT;
CREATE INDEX copies_origin ON copies(origin_id);

-- Other addresses under which an article was met: redirects, print and AMP pages, former domains.
CREATE TABLE sightings (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from the two addresses
  url TEXT NOT NULL,            -- the other address, as it was met
  canonical_url TEXT NOT NULL,  -- address of the article
  source_id TEXT NOT NULL REFERENCES sources(id),
  how TEXT NOT NULL,            -- redirect, same article number, or canonical link
  first_seen TEXT NOT NULL      -- UTC
) STRICT;
CREATE INDEX sightings_canonical_url ON sightings(canonical_url);
CREATE INDEX sightings_source ON sightings(source_id);

-- private What near copies are found by: bands of each article's MinHash signature.
CREATE TABLE bands (
  band TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_article ON bands(article_id);

-- What each stretch of an article's text is.
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,         -- place in the page, from 0
  kind TEXT NOT NULL,           -- title, sapo, paragraph or caption
  start INTEGER NOT NULL,       -- first code point
  "end" INTEGER NOT NULL        -- after the last code point
) STRICT;
CREATE INDEX blocks_article ON blocks(article_id);

-- The rules that read facts: no model, no chance; the same page gives the same rows.
CREATE TABLE rules (
  id TEXT PRIMARY KEY,          -- kind of fact and name, as in bloc.number
  kind TEXT NOT NULL,           -- bloc, member, leader, campaign, award or event
  says TEXT NOT NULL,           -- what it goes by
  example TEXT NOT NULL         -- an invented text that it reads
) STRICT;

-- Corrections (đính chính, nói lại cho rõ) that newspapers printed, each with the article it corrects where that is known.
CREATE TABLE corrections (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,  -- the article that corrects another
  corrects_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,  -- the article corrected; empty unless exactly one article of the newspaper fits
  title TEXT,                   -- headline of the corrected article, as the correction quotes it
  day TEXT,                     -- ISO day on which it was printed, as the correction tells
  quote TEXT NOT NULL           -- the words that say what is corrected
) STRICT;
CREATE INDEX corrections_corrects ON corrections(corrects_id);

-- Everything an article says, one row a fact; the table of its kind holds the values.
CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from the article, the kind and the values
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,           -- bloc, member, leader, campaign, award or event
  quote TEXT NOT NULL,          -- what the article says, its spans joined by " … "
  rule TEXT NOT NULL,           -- the rule that read it, see the table rules
  inferred TEXT                 -- JSON: fields that the quote does not state in itself, and from what they follow
) STRICT;
CREATE INDEX facts_article ON facts(article_id);
CREATE INDEX facts_kind ON facts(kind);
CREATE INDEX facts_rule ON facts(rule);

-- The exact words a fact rests on: one row a span, quote = text[start:end] of the article.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  fact_id INTEGER NOT NULL REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,         -- place among the fact's spans, from 0
  start INTEGER NOT NULL,       -- first code point
  "end" INTEGER NOT NULL,       -- after the last code point
  quote TEXT NOT NULL,          -- the words themselves
  block TEXT NOT NULL           -- kind of block the span stands in
) STRICT;
CREATE INDEX evidence_fact ON evidence(fact_id);
CREATE INDEX evidence_article ON evidence(article_id);

-- Bodies named by facts: one row for each exact name and province.
CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from name and province
  name TEXT NOT NULL,           -- as the facts give it
  province TEXT                 -- of the bloc, else the one the article speaks of, else its newspaper's at the time
) STRICT;

-- People named by facts: one row for each exact name and province.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier, from name and province
  name TEXT NOT NULL,           -- as the facts give it
  province TEXT                 -- of the bloc, else the one the article speaks of, else its newspaper's at the time
) STRICT;

-- Emulation blocs (khối, cụm thi đua) as an article names them.
CREATE TABLE blocs (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  name TEXT NOT NULL,           -- as written
  province TEXT,                -- province the bloc belongs to
  level TEXT,                   -- national, sector, province or district
  year INTEGER,                 -- where members or their number are tied to a year
  member_count INTEGER          -- total as stated
) STRICT;
CREATE INDEX blocs_article ON blocs(article_id);
CREATE INDEX blocs_name ON blocs(name);

-- Who sat in a bloc.
CREATE TABLE bloc_members (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  bloc_id INTEGER REFERENCES blocs(fact_id) ON DELETE CASCADE,
  bloc TEXT NOT NULL,           -- name of the bloc
  organization_id INTEGER NOT NULL REFERENCES organizations(id),
  name TEXT NOT NULL,           -- name of the member, elided words restored
  year INTEGER                  -- year of the membership, where the article ties it to one
) STRICT;
CREATE INDEX bloc_members_article ON bloc_members(article_id);
CREATE INDEX bloc_members_bloc ON bloc_members(bloc_id);
CREATE INDEX bloc_members_organization ON bloc_members(organization_id);

-- Who led a bloc (khối trưởng, cụm trưởng) or was its deputy head (khối phó, cụm phó).
CREATE TABLE bloc_leaders (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  bloc_id INTEGER REFERENCES blocs(fact_id) ON DELETE CASCADE,
  bloc TEXT,                    -- name of the bloc
  year INTEGER,                 -- year of the leadership
  role TEXT NOT NULL,           -- head or deputy
  organization TEXT,            -- body that leads; empty where only a person is named
  organization_id INTEGER REFERENCES organizations(id),
  person TEXT,                  -- person who leads, where named
  person_id INTEGER REFERENCES people(id)
) STRICT;
CREATE INDEX bloc_leaders_article ON bloc_leaders(article_id);
CREATE INDEX bloc_leaders_bloc ON bloc_leaders(bloc_id);
CREATE INDEX bloc_leaders_organization ON bloc_leaders(organization_id);
CREATE INDEX bloc_leaders_person ON bloc_leaders(person_id);

-- Emulation movements (phong trào thi đua) an article speaks of.
CREATE TABLE campaigns (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  name TEXT NOT NULL,           -- as written
  start_year INTEGER,           -- first year of its period
  end_year INTEGER,             -- last year of its period
  launched_by TEXT,             -- joint launchers joined by "; "
  launched_in_year INTEGER      -- year in which it was launched
) STRICT;
CREATE INDEX campaigns_article ON campaigns(article_id);
CREATE INDEX campaigns_name ON campaigns(name);

-- Forms of award, as the law or a body's charter names them.
CREATE TABLE award_forms (
  id TEXT PRIMARY KEY,          -- short name
  name TEXT NOT NULL,           -- Vietnamese name
  gloss TEXT,                   -- English rendering
  kind TEXT,                    -- emulation title, order, medal, state honour, prize, insignia, certificate
  level TEXT,                   -- state, ministry or province, grassroots ...
  classes TEXT,                 -- classes of an order, the highest first
  granted_by TEXT,              -- who grants it under Law 06/2022/QH15
  basis TEXT                    -- articles of the law
) STRICT;

-- Awards that articles report: granted, or only proposed, promised, refused or revoked. Count by status.
CREATE TABLE awards (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  award TEXT NOT NULL,          -- canonical name, with class and owner
  form_id TEXT NOT NULL REFERENCES award_forms(id),
  status TEXT NOT NULL,         -- granted, proposed, promised, refused or revoked
  year INTEGER,                 -- of the achievement, else of the decision or the ceremony
  recipient TEXT,               -- empty for an unnamed total
  recipient_kind TEXT NOT NULL, -- organization, person or group
  count INTEGER,                -- how many recipients, or how many times
  grantor TEXT,                 -- as written, abbreviations spelt out
  decision TEXT,                -- number of the decision
  decision_date TEXT,           -- ISO day of the decision
  province TEXT,                -- of the bloc, else the one the article speaks of, else its newspaper's at the time
  organization_id INTEGER REFERENCES organizations(id),
  person_id INTEGER REFERENCES people(id)
) STRICT;
CREATE INDEX awards_article ON awards(article_id);
CREATE INDEX awards_form ON awards(form_id);
CREATE INDEX awards_year ON awards(year);
CREATE INDEX awards_status ON awards(status);
CREATE INDEX awards_province ON awards(province);
CREATE INDEX awards_organization ON awards(organization_id);
CREATE INDEX awards_person ON awards(person_id);

-- Gatherings about emulation and reward.
CREATE TABLE events (
  fact_id INTEGER PRIMARY KEY REFERENCES facts(id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,           -- conference, ceremony, launch or signing
  date TEXT NOT NULL,           -- ISO day
  place TEXT                    -- as written
) STRICT;
CREATE INDEX events_article ON events(article_id);
CREATE INDEX events_date ON events(date);

-- What was not understood or not fetched, kept like data.
CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,     -- permanent identifier
  stage TEXT NOT NULL,          -- keep, fetch or read
  kind TEXT NOT NULL,           -- what sort of problem, one word
  source_id TEXT REFERENCES sources(id),
  url TEXT,                     -- address it concerns
  detail TEXT NOT NULL,         -- what exactly was met
  summary TEXT,                 -- what the newspaper's own feed says of an article that could not be fetched
  run_id INTEGER REFERENCES runs(id),  -- the last run that met it
  article_id INTEGER REFERENCES articles(id) ON DELETE CASCADE,
  capture_id INTEGER REFERENCES captures(id)
) STRICT;
CREATE INDEX issues_run ON issues(run_id);
CREATE INDEX issues_url ON issues(url);
CREATE INDEX issues_source ON issues(source_id);
CREATE INDEX issues_article ON issues(article_id);
CREATE INDEX issues_capture ON issues(capture_id);

-- private What to fetch: the spider takes addresses only from here, discovery only adds to it.
CREATE TABLE ledger (
  url TEXT PRIMARY KEY,         -- canonical
  source_id TEXT NOT NULL REFERENCES sources(id),
  kind TEXT NOT NULL,           -- article, section, feed or sitemap
  state TEXT NOT NULL,          -- pending, or how it ended: stored, unchanged, duplicate, gone, robots, refused, failed
  reason TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try TEXT,                -- UTC; not asked again before
  etag TEXT,
  last_modified TEXT,
  last_hash TEXT,               -- sha256 of the last body
  hint TEXT,                    -- newest date of change that a sitemap or feed gave for it
  summary TEXT,                 -- what a feed says of an article that is not fetched yet
  run_id INTEGER REFERENCES runs(id)  -- run that settled it last
) STRICT;
CREATE INDEX ledger_due ON ledger(state, source_id);

-- private Which kept page of each article's address is to be read, and which version of the reading has done so.
CREATE TABLE readings (
  url TEXT PRIMARY KEY,         -- canonical address of the article
  source_id TEXT NOT NULL REFERENCES sources(id),
  capture_id INTEGER NOT NULL REFERENCES captures(id),
  fingerprint TEXT NOT NULL     -- '' until it is read
) STRICT;
CREATE INDEX readings_stale ON readings(source_id, fingerprint);

-- private Hosts that are to be left alone for a while, across runs.
CREATE TABLE hosts (
  host TEXT PRIMARY KEY,
  failures INTEGER NOT NULL DEFAULT 0,  -- how often in a row it had to be left alone
  not_before TEXT,              -- UTC; not asked again before
  reason TEXT
) STRICT;

-- private What the archive remembers of itself: which folding its search index was made with.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Texts as the search index holds them: as written, and once more for its columns without diacritics.
CREATE VIEW articles_fts_src AS
  SELECT id, title, text AS body, title AS title_f, text AS body_f FROM articles;
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, body, title_f, body_f,
  content='articles_fts_src', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
);
