package contested.discussion;

import contested.account.Sanctions;

/** Holds what members write whose contributions a moderator always looks at first. */
record HoldReviewedMember(Sanctions sanctions) implements IntakeCheck {

    @Override
    public String name() {
        return "reviewed-member";
    }

    @Override
    public CheckResult judge(Submission submission) {
        return CheckResult.heldIf(sanctions.alwaysReview(submission.author()));
    }
}
