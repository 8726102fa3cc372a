package contested.moderation;

import contested.account.Account;
import contested.account.MemberNote;
import contested.account.Sanction;
import contested.discussion.Comment;
import java.util.List;

/**
 * What moderators know of a member, the newest first.
 *
 * @param comments  the last ones, in every state
 * @param decisions the last ones on their comments
 * @param counts    over all of their comments
 */
public record MemberHistory(
        Account member,
        List<Comment> comments,
        List<Decision> decisions,
        Counts counts,
        List<MemberNote> notes,
        List<Sanction> sanctions) {

    /**
     * How many comments, and what became of them.
     *
     * @param decided  those that a moderator published, declined or hid
     * @param declined those that are declined now
     */
    public record Counts(long comments, long decided, long declined) {

        /** From 0 to 1; 0 where nothing was decided. */
        public double shareDeclined() {
            return decided == 0 ? 0 : (double) declined / decided;
        }
    }
}
