-- Labels that another term of the portal is used for, or that say something else than they
-- mean ("bỏ phiếu" is to vote): one word each, as in docs/data.md.
UPDATE action SET label_en = 'Role given' WHERE action = 'account.give';
UPDATE action SET label_en = 'Role ended' WHERE action = 'account.end';
UPDATE action SET label_en = 'Account disabled or enabled' WHERE action = 'account.state';
UPDATE ability SET label_en = 'Manage people and roles' WHERE ability = 'account.manage';
UPDATE ability SET label_en = 'Keep days off and make-up working days' WHERE ability = 'holiday.change';
UPDATE flow_move SET label_en = 'Return to mend its format'
	WHERE move = 'return' AND from_state = 'approved' AND flow IN ('plan', 'award_decision');
UPDATE flow_move SET label_en = 'Return to be made clear' WHERE flow = 'feedback' AND move = 'return';
UPDATE flow_move SET label_en = 'Return to be completed' WHERE flow = 'award' AND move = 'return';
UPDATE flow_move SET label_vi = 'Hủy phiếu nhập nhầm' WHERE flow = 'evaluation' AND move = 'drop';
UPDATE action_field SET label_en = 'Subject line' WHERE field = 'subject';
UPDATE action_field SET label_en = 'For individuals' WHERE field = 'person';
