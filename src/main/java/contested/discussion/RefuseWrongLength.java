package contested.discussion;

import contested.shared.UserFacingException;

/** Refuses what is too short to be a reason, or longer than others read. */
record RefuseWrongLength(int min, int max) implements IntakeCheck {

    @Override
    public String name() {
        return "length";
    }

    @Override
    public CheckResult judge(Submission submission) {
        if (submission.text().visibleLength() < min) {
            throw new UserFacingException(Draft.TEXT, "comment.text.short", min);
        }
        int length = submission.text().length();
        if (length > max) {
            throw new UserFacingException(Draft.TEXT, "comment.text.long", max, length - max);
        }
        return CheckResult.PASSED;
    }
}
