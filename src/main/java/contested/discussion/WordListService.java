package contested.discussion;

import contested.access.Actor;
import contested.access.Permission;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;

/** The lists of words that administrators keep. */
@ApplicationScoped
@Transactional
public class WordListService {

    private static final int MAX_WORDS = 2_000;

    @Inject
    private DiscussionRepository discussion;

    /** In the order of their letters. */
    public List<String> words(Actor actor, WordList list) {
        Permission.ADMINISTER.require(actor);
        return discussion.words(list);
    }

    /**
     * Takes over a list, one entry a line; empty lines and repetitions do not count.
     *
     * @throws UserFacingException When an entry is too long or has no letter or digit, or there are too many.
     */
    public void replace(Actor actor, WordList list, String lines) {
        Permission.ADMINISTER.require(actor);
        TreeSet<String> words = new TreeSet<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(words::add);
        if (words.size() > MAX_WORDS) {
            throw new UserFacingException("words", "comment.words.many", MAX_WORDS);
        }
        words.forEach(WordListService::requireFit);
        discussion.replace(list, words);
    }

    private static void requireFit(String word) {
        boolean fits = !TamedText.isBroken(word)
                && word.codePointCount(0, word.length()) <= ListedWord.MAX_LENGTH_CHARS
                && word.codePoints().anyMatch(Character::isLetterOrDigit);
        if (!fits) {
            throw new UserFacingException("words", "comment.words.unfit", ListedWord.MAX_LENGTH_CHARS);
        }
    }
}
