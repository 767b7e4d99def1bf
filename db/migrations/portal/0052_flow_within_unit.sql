-- What a unit's people do among themselves before a thing is sent, and what they say of it, is told
-- to nobody outside: a move says so.

ALTER TABLE flow_move ADD COLUMN within_unit INTEGER NOT NULL DEFAULT 0 CHECK (within_unit IN (0, 1));

UPDATE flow_move SET within_unit = 1
WHERE flow IN ('report', 'evaluation', 'task', 'document', 'document_answer')
	AND move IN ('submit', 'back')
	OR flow = 'award' AND move IN ('pass', 'back', 'recall');
