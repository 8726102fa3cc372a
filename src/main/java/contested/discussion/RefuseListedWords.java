package contested.discussion;

import contested.shared.UserFacingException;

/** Refuses words that the administrators do not want here, and names the word so that it can be changed. */
record RefuseListedWords(WordSearch words) implements IntakeCheck {

    @Override
    public String name() {
        return "refused-words";
    }

    @Override
    public CheckResult judge(Submission submission) {
        words.firstIn(submission.text().typed()).ifPresent(word -> {
            throw new UserFacingException(Draft.TEXT, "comment.text.refused-word", word);
        });
        return CheckResult.PASSED;
    }
}
