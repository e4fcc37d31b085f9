-- title: Past awards
-- description: Awards that articles report as granted, or as only proposed, promised, refused or revoked, newest first, each with the words it was read from. Every field may stay empty; names typed without diacritics find every spelling.
-- parameter name: whole words of the recipient's name (default: any)
-- parameter province: province, at the time or today (default: any)
-- parameter year: year of the award, four digits (default: any)
-- parameter form: form of award, its short name or words of its Vietnamese name (default: any)
-- parameter status: granted, proposed, promised, refused or revoked (default: any)
-- example: ?province=quang+ngai&status=proposed
SELECT
  awards.year, awards.award, awards.status, awards.recipient, awards.recipient_kind, awards.count, awards.grantor,
  awards.decision, awards.province, facts.quote,
  '/archive/articles/' || articles.id || '#fact-' || facts.uid AS article,
  articles.title, sources.name AS paper, articles.published, articles.url
FROM awards
JOIN facts ON facts.id = awards.fact_id
JOIN articles ON articles.id = awards.article_id
JOIN sources ON sources.id = articles.source_id
JOIN award_forms ON award_forms.id = awards.form_id
WHERE (trim(:year) = '' OR awards.year = CAST(trim(:year) AS INTEGER))
  AND (:status = '' OR awards.status = :status)
  AND (:form = '' OR awards.form_id = :form OR thidua_contains(award_forms.name, :form))
  AND thidua_contains(awards.recipient, :name)
  AND (
    thidua_contains(awards.province, :province)
    OR (awards.province = sources.province AND thidua_contains(sources.province_now, :province))
  )
ORDER BY awards.year DESC NULLS LAST, articles.published DESC, awards.fact_id
