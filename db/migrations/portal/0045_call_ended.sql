-- Who answered a demand, anew (0043): a plan that a replacement has ended answers only as long as
-- one that is neither replaced nor recalled stands there too.  With the replacement's own recall
-- nothing of it is left, and the unit owes a plan again from that day on (leaves).
DROP VIEW plan_call_answer;
CREATE VIEW plan_call_answer AS
SELECT u.plan, u.unit, d.due_date, d.last_day,
	(SELECT p.id FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1
		WHERE a.ancestor = u.plan AND a.depth = 1 AND NOT EXISTS (SELECT 1
			FROM plan_change_force e WHERE e.target = p.id AND e.kind = 'recall')
			AND EXISTS (SELECT 1 FROM plan_above b JOIN plan q ON q.id = b.plan AND q.unit = u.unit
				JOIN plan_force y ON y.plan = q.id
				WHERE b.ancestor = u.plan AND b.depth = 1 AND NOT EXISTS (SELECT 1
					FROM plan_change_force f WHERE f.target = q.id
					AND (f.kind = 'recall' OR (f.kind = 'replace' AND f.first_day <= f.last_day))))
		ORDER BY coalesce(p.date, date(c.at, 'unixepoch', 'localtime')), p.id LIMIT 1) AS child,
	(SELECT min(p.id) FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN flow_case c ON c.id = p.flow_case
		JOIN flow_state s ON s.flow = c.flow AND s.state = c.state
			AND s.stands = 0 AND s.kind <> 'end'
		WHERE a.ancestor = u.plan AND a.depth = 1) AS draft,
	(SELECT p.id FROM plan_above a JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN plan_change_force e ON e.target = p.id AND e.kind = 'recall'
		JOIN plan_force y ON y.plan = p.id
		WHERE a.ancestor = u.plan AND a.depth = 1 ORDER BY e.first_day DESC, p.id LIMIT 1) AS leaving,
	(SELECT date(max(e.first_day), '-1 day') FROM plan_above a
		JOIN plan p ON p.id = a.plan AND p.unit = u.unit
		JOIN plan_change_force e ON e.target = p.id AND e.kind = 'recall'
		JOIN plan_force y ON y.plan = p.id
		WHERE a.ancestor = u.plan AND a.depth = 1) AS leaves
FROM plan_call_unit u JOIN plan_call_deadline d ON d.plan = u.plan;
