package contested.discussion;

/** Holds words that the administrators want a moderator to see first. */
record HoldListedWords(WordSearch words) implements IntakeCheck {

    @Override
    public String name() {
        return "held-words";
    }

    @Override
    public CheckResult judge(Submission submission) {
        return words.firstIn(submission.text().typed()).map(CheckResult::held).orElse(CheckResult.FINE);
    }
}
