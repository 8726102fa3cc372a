package contested.discussion;

import contested.shared.TamedText;
import contested.shared.UserFacingException;

/** Refuses a text that cannot be stored as typed: it has a NUL or half of a character. */
record RefuseBrokenText() implements IntakeCheck {

    @Override
    public String name() {
        return "broken-text";
    }

    @Override
    public CheckResult judge(Submission submission) {
        if (TamedText.isBroken(submission.text().typed())) {
            throw new UserFacingException(Draft.TEXT, "comment.text.broken");
        }
        return CheckResult.PASSED;
    }
}
