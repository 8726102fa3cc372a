package contested.discussion;

import contested.shared.UserFacingException;

/** Refuses what the same author already said, here or on another question. */
record RefuseSameText(DiscussionRepository discussion) implements IntakeCheck {

    @Override
    public String name() {
        return "same-text";
    }

    @Override
    public CheckResult judge(Submission submission) {
        String digest = submission.text().digest();
        if (discussion.hasSaid(submission.author(), digest, submission.edited())) {
            throw new UserFacingException(Draft.TEXT, "comment.text.again");
        }
        return CheckResult.PASSED;
    }
}
