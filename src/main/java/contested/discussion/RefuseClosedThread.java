package contested.discussion;

import contested.shared.UserFacingException;

/** Refuses everything in a thread that moderators closed. */
record RefuseClosedThread() implements IntakeCheck {

    @Override
    public String name() {
        return "closed-thread";
    }

    @Override
    public CheckResult judge(Submission submission) {
        if (!submission.thread().isOpen()) {
            throw new UserFacingException("", "comment.thread.closed");
        }
        return CheckResult.PASSED;
    }
}
