-- Where a line of the trail leads: the page of its record, whose number stands for #.  That
-- of the action itself comes first, then that of its aggregate; '' leads nowhere.
CREATE TABLE action_path (
	action TEXT PRIMARY KEY,	-- 'award.add', or 'award' for all others of it
	path   TEXT NOT NULL
) STRICT;

INSERT INTO action_path VALUES
	('award', '/award/nomination/#'),
	('award.add', '/award/#'),
	('award.change', '/award/#'),
	('award.revoke', ''),
	('award_decision', '/award/#'),
	('award_form', '/award/form/#'),
	('award_right', '/award/form/#'),
	('evaluation', '/evaluation/#'),
	('evaluation.formula', ''),
	('evaluation.grades', ''),
	('evaluation.items', ''),
	('evaluation.round_add', ''),
	('evaluation.round_change', ''),
	('feedback', '/feedback/topic/#'),
	('feedback.send', '/feedback/#'),
	('feedback.withdraw', '/feedback/#'),
	('feedback_topic', '/feedback/topic/#'),
	('nomination', '/award/nomination/#'),
	('plan', '/plan/#'),
	('report', '/report/#'),
	('report.remind', ''),
	('signup', '/signup/#'),
	('unit', '/unit/#'),
	('unit.group_add', '/unit/group/#'),
	('unit.group_end', '/unit/group/#'),
	('unit.import', ''),
	('unit.member_add', '/unit/group/#'),
	('unit.member_end', '/unit/group/#');

INSERT INTO action_field (field, label_vi, label_en) VALUES
	('contact', 'Người liên hệ', 'Contact');
