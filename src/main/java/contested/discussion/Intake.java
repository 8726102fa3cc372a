package contested.discussion;

import contested.account.Sanctions;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of checks that each comment and each new revision passes, in this order. */
@ApplicationScoped
public class Intake {

    /** From then on moderators know somebody. */
    private static final int FIRST_CONTRIBUTIONS = 3;

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private Sanctions sanctions;

    @Inject
    private WritingPace pace;

    private volatile @Nullable WordSearch refused;
    private volatile @Nullable WordSearch held;

    /** What a check that had something to tell said. */
    record Remark(String check, CheckResult result) {}

    /**
     * Asks every check.
     *
     * @return what moderators may know; held by one of them, the comment waits
     * @throws UserFacingException When one of them refuses it.
     */
    List<Remark> judge(Submission submission) {
        List<Remark> remarks = new ArrayList<>();
        for (IntakeCheck check : row()) {
            CheckResult result = check.judge(submission);
            if (result.outcome() != null) {
                remarks.add(new Remark(check.name(), result));
            }
        }
        return remarks;
    }

    /** First what refuses, the cheap before the dear; the pace last of these, so that what is refused does not count. */
    private List<IntakeCheck> row() {
        WordSearch refusedNow = current(refused, WordList.REFUSED);
        WordSearch heldNow = current(held, WordList.HELD);
        refused = refusedNow;
        held = heldNow;
        return List.of(
                new RefuseBrokenText(),
                new RefuseWrongLength(CommentText.MIN_LENGTH_CHARS, CommentText.MAX_LENGTH_CHARS),
                new RefuseClosedThread(),
                new RefuseBannedMember(sanctions),
                new RefuseListedWords(refusedNow),
                new RefuseSameText(discussion),
                new RefuseHaste(pace),
                new HoldListedWords(heldNow),
                new HoldLinks(),
                new HoldHiddenCharacters(),
                new HoldReviewedMember(sanctions),
                new HoldFirstContributions(discussion, FIRST_CONTRIBUTIONS),
                new HoldAsTheThreadSays());
    }

    /** Made anew when an administrator changed the list, on whichever server. */
    private WordSearch current(@Nullable WordSearch known, WordList list) {
        List<String> words = discussion.words(list);
        return known != null && known.isOf(words) ? known : new WordSearch(words);
    }
}
