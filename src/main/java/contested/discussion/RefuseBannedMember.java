package contested.discussion;

import contested.account.WritingBan;
import contested.shared.UserFacingException;

/** Refuses members who may not write at present. */
record RefuseBannedMember(WritingBan ban) implements IntakeCheck {

    @Override
    public String name() {
        return "banned-member";
    }

    @Override
    public Verdict judge(Submission submission) {
        if (!ban.mayWrite(submission.author())) {
            throw new UserFacingException("", "comment.member.banned");
        }
        return Verdict.PASSED;
    }
}
