-- A plan that stands is in force from its date on, to the end of its period: a year ends
-- with its last day, no end is none.
CREATE VIEW plan_force AS
SELECT p.id AS plan, coalesce(p.date, '') AS first_day,
  CASE length(p.period_to) WHEN 0 THEN '9999-12-31' WHEN 4 THEN p.period_to || '-12-31'
    ELSE p.period_to END AS last_day
FROM plan p
JOIN flow_case c ON c.id = p.flow_case
JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1;
