package contested.discussion;

import contested.shared.UserFacingException;

/** Refuses more than anybody writes with care in a short time. */
record RefuseHaste(WritingPace pace) implements IntakeCheck {

    @Override
    public String name() {
        return "haste";
    }

    @Override
    public CheckResult judge(Submission submission) {
        long wait = pace.secondsUntilNext(submission.author());
        if (wait > 0) {
            throw new UserFacingException("", "comment.rate", Math.max(1, (wait + 59) / 60));
        }
        return CheckResult.PASSED;
    }
}
