-- The words of each clause, found without marks (tokenizer: db/tokenizer.c).  rowid is
-- plan * 1000000 + seq.  Who may see the plan is joined before anything is found.
CREATE VIRTUAL TABLE plan_clause_word USING fts5(
	text, tokenize = 'vi'
);

INSERT INTO plan_clause_word (rowid, text)
	SELECT plan * 1000000 + seq, text FROM plan_clause;
