package contested.discussion;

/**
 * Holds somebody's first contributions, so that moderators meet people before readers do. In a workshop everybody is new,
 * and its facilitator knows them.
 */
record HoldFirstContributions(DiscussionRepository discussion, int published) implements IntakeCheck {

    @Override
    public String name() {
        return "first-contributions";
    }

    @Override
    public CheckResult judge(Submission submission) {
        return CheckResult.heldIf(!submission.correction()
                && submission.thread().workshop().isEmpty()
                && !discussion.hasPublished(submission.author(), published));
    }
}
