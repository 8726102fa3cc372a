package contested.discussion;

/** Holds everything in a thread that moderators read first; what was published may be corrected freely for a while. */
record HoldAsTheThreadSays() implements IntakeCheck {

    @Override
    public String name() {
        return "thread-mode";
    }

    @Override
    public CheckResult judge(Submission submission) {
        return CheckResult.heldIf(
                !submission.correction() && submission.thread().mode() == ThreadMode.BEFORE);
    }
}
