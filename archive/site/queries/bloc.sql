-- title: A bloc's members and leaders by year
-- description: Who sat in an emulation bloc (khối, cụm thi đua) and who led it, year by year, each with the words it was read from. A name typed without diacritics finds every spelling.
-- parameter bloc: whole words of the bloc's name (default: every bloc)
-- parameter province: province of the bloc or of the newspaper (default: any)
-- parameter year: one year, four digits (default: all)
-- example: ?bloc=van+hoa+xa+hoi
WITH seats AS (
  SELECT fact_id, article_id, bloc_id, bloc, year, role, organization, person FROM bloc_leaders WHERE bloc IS NOT NULL
  UNION ALL
  SELECT fact_id, article_id, bloc_id, bloc, year, 'member', name, NULL FROM bloc_members
)
SELECT
  seats.bloc, coalesce(blocs.province, sources.province) AS province, seats.year, seats.role,
  seats.organization, seats.person, facts.quote,
  '/archive/articles/' || articles.id || '#fact-' || facts.uid AS article,
  articles.title, sources.name AS paper, articles.published, articles.url
FROM seats
JOIN facts ON facts.id = seats.fact_id
JOIN articles ON articles.id = seats.article_id
JOIN sources ON sources.id = articles.source_id
LEFT JOIN blocs ON blocs.fact_id = seats.bloc_id
WHERE thidua_contains(seats.bloc, :bloc)
  AND (
    thidua_contains(coalesce(blocs.province, sources.province), :province)
    OR thidua_contains(sources.province_now, :province)
  )
  AND (trim(:year) = '' OR seats.year = CAST(trim(:year) AS INTEGER))
ORDER BY
  seats.bloc, province, seats.year DESC NULLS LAST,
  CASE seats.role WHEN 'head' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, articles.published, seats.fact_id
