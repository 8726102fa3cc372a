package contested.discussion;

/** Holds words that the administrators want a moderator to see first. */
record HoldListedWords(WordSearch words) implements IntakeCheck {

    @Override
    public String name() {
        return "held-words";
    }

    @Override
    public Verdict judge(Submission submission) {
        return words.firstIn(submission.text().typed()).map(Verdict::held).orElse(Verdict.FINE);
    }
}
