"""Tables of proposals, issues and meetings. None of them holds a word of a case."""
