package contested.discussion;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.AccountRepository;
import contested.shared.TamedText;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The lists of words that administrators keep. */
@ApplicationScoped
@Transactional
public class WordListService {

    private static final int MAX_WORDS = 2_000;
    private static final String FIELD = "words";

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private AccountRepository accounts;

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
        Set<String> words = read(lines);
        requireRoom(words.size());
        accounts.holdAdministrators();
        discussion.replace(list, words);
    }

    /**
     * Adds to a list, one entry a line; what is on it already stays as it is.
     *
     * @return how many are new
     * @throws UserFacingException When there is none, an entry does not fit, or there are too many.
     */
    public int add(Actor actor, WordList list, String lines) {
        Permission.ADMINISTER.require(actor);
        Set<String> words = read(lines);
        if (words.isEmpty()) {
            throw new UserFacingException(FIELD, "comment.words.none");
        }
        // Two who add the same word at once would both find it missing.
        accounts.holdAdministrators();
        List<String> known = discussion.words(list);
        known.forEach(words::remove);
        requireRoom(known.size() + words.size());
        discussion.add(list, words);
        return words.size();
    }

    /** Takes one entry off a list; one that is gone already stays gone. */
    public void remove(Actor actor, WordList list, String word) {
        Permission.ADMINISTER.require(actor);
        discussion.remove(list, word);
    }

    /**
     * What the lists say of a text.
     *
     * @param refused entries for which it would be refused
     * @param held    entries for which a moderator would look first
     */
    public record Trial(Set<String> refused, Set<String> held) {}

    /** Tries a text against both lists, as the checks on a comment do. */
    public Trial attempt(Actor actor, String text) {
        Permission.ADMINISTER.require(actor);
        return new Trial(found(WordList.REFUSED, text), found(WordList.HELD, text));
    }

    private Set<String> found(WordList list, String text) {
        return new WordSearch(discussion.words(list)).allIn(text);
    }

    private static Set<String> read(String lines) {
        Set<String> words = new TreeSet<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(words::add);
        words.forEach(WordListService::requireFit);
        return words;
    }

    private static void requireRoom(int words) {
        if (words > MAX_WORDS) {
            throw new UserFacingException(FIELD, "comment.words.many", MAX_WORDS);
        }
    }

    private static void requireFit(String word) {
        boolean fits = !TamedText.isBroken(word)
                && word.codePointCount(0, word.length()) <= ListedWord.MAX_LENGTH_CHARS
                && word.codePoints().anyMatch(Character::isLetterOrDigit);
        if (!fits) {
            throw new UserFacingException(FIELD, "comment.words.unfit", ListedWord.MAX_LENGTH_CHARS);
        }
    }
}
