package contested.export;

import contested.shared.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the portal holds of one person, as their file has it. The names of its parts are those of the file and are
 * told in {@code docs/own-data.md}. Times are ISO 8601 in UTC; what there is not is {@code null}.
 *
 * @param format raised when a name changes its meaning
 */
record OwnData(
        int format,
        String madeAt,
        Account account,
        List<SignIn> signIns,
        List<Comment> comments,
        List<Report> reports,
        List<Notice> notices,
        List<Sanction> sanctions,
        List<Workshop> workshops) {

    record Account(
            String pseudonym,
            @Nullable String email,
            String digest,
            List<String> roles,
            boolean passphrase,
            String createdAt) {}

    record SignIn(String beganAt, String endsAt) {}

    record Comment(
            String name,
            String question,
            Title questionTitle,
            @Nullable String answers,
            String state,
            String since,
            String createdAt,
            @Nullable String publishedAt,
            @Nullable String editedAt,
            @Nullable Integer publishedRevision,
            int publishedReplies,
            List<Revision> revisions,
            List<Decision> decisions) {}

    record Title(@Nullable String en, @Nullable String vi) {

        static Title of(Bilingual title) {
            return new Title(title.en(), title.vi());
        }
    }

    record Revision(
            int number,
            String stance,
            @Nullable String position,
            @Nullable String argues,
            @Nullable String text,
            List<String> passages,
            String writtenAt) {}

    record Decision(
            String kind,
            String decidedAt,
            @Nullable Integer revision,
            boolean automatic,
            boolean undone,
            @Nullable Rule rule,
            String words,
            @Nullable Appeal appeal) {}

    record Rule(String key, int version, Title title) {}

    record Appeal(
            String words,
            String madeAt,
            @Nullable String outcome,
            boolean sameModerator,
            @Nullable String settledAt,
            String answer) {}

    record Report(
            String comment,
            String question,
            int revision,
            String reason,
            @Nullable String words,
            String madeAt,
            @Nullable String outcome) {}

    record Notice(String kind, String comment, @Nullable String decision, String madeAt, @Nullable String readAt) {}

    record Workshop(
            String name,
            String title,
            String role,
            String joinedAt,
            String seenAt,
            boolean muted,
            long extraMinutes,
            @Nullable String realName,
            List<Ballot> ballots,
            List<Mover> movedBy,
            List<OutcomeMark> outcomeMarks,
            List<Feedback> feedback,
            List<Read> read,
            List<Group> groups,
            List<Side> sides) {}

    record Group(String question, int number) {}

    record Side(String question, String position) {}

    record Read(String question, String passage) {}

    record Ballot(String question, String round, @Nullable String position, int confidence) {}

    record Feedback(String text, String releasedAt) {}

    record OutcomeMark(String question, String line, boolean objects, @Nullable String reason) {}

    record Mover(String question, @Nullable String passage, @Nullable String comment) {}

    record Sanction(String kind, String reason, String imposedAt, @Nullable String until, @Nullable String liftedAt) {}
}
