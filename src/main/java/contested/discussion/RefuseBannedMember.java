package contested.discussion;

import contested.account.Sanctions;
import contested.shared.UserFacingException;

/** Refuses members who may not write at present. */
record RefuseBannedMember(Sanctions sanctions) implements IntakeCheck {

    @Override
    public String name() {
        return "banned-member";
    }

    @Override
    public CheckResult judge(Submission submission) {
        if (!sanctions.mayWrite(submission.author())) {
            throw new UserFacingException("", "comment.member.banned");
        }
        return CheckResult.PASSED;
    }
}
