package contested.discussion;

import contested.shared.TamedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Finds the words of one list in a text, whole words only, in one walk through it. An entry with Vietnamese marks is
 * looked for with its marks, one without them in every spelling.
 */
final class WordSearch {

    private final List<String> words;
    private final Map<String, String> marked = new HashMap<>();
    private final Map<String, String> unmarked = new HashMap<>();
    private final Trie markedTrie;
    private final Trie unmarkedTrie;

    WordSearch(List<String> words) {
        this.words = List.copyOf(words);
        for (String word : words) {
            String spelt = TamedText.marked(word);
            String bare = TamedText.unmarked(word);
            if (!bare.isEmpty()) {
                (spelt.equals(bare) ? unmarked : marked).put(spelt, word);
            }
        }
        markedTrie = trie(marked.keySet());
        unmarkedTrie = trie(unmarked.keySet());
    }

    private static Trie trie(Collection<String> words) {
        return Trie.builder().addKeywords(words).build();
    }

    /** Whether it was made from exactly these. */
    boolean isOf(List<String> others) {
        return words.equals(others);
    }

    /** The first entry found, as the list has it. */
    Optional<String> firstIn(String typed) {
        return first(markedTrie, marked, TamedText.marked(typed))
                .or(() -> first(unmarkedTrie, unmarked, TamedText.unmarked(typed)));
    }

    /** All entries found, as the list has them, each once. */
    Set<String> allIn(String typed) {
        Set<String> all = new TreeSet<>();
        all(markedTrie, marked, TamedText.marked(typed), all);
        all(unmarkedTrie, unmarked, TamedText.unmarked(typed), all);
        return all;
    }

    private static void all(Trie trie, Map<String, String> entries, String text, Set<String> found) {
        for (Emit hit : trie.parseText(text)) {
            if (isWhole(hit, text)) {
                found.add(entries.getOrDefault(hit.getKeyword(), hit.getKeyword()));
            }
        }
    }

    private static Optional<String> first(Trie trie, Map<String, String> entries, String text) {
        for (Emit hit : trie.parseText(text)) {
            if (isWhole(hit, text)) {
                return Optional.ofNullable(entries.get(hit.getKeyword()));
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(Emit hit, String text) {
        return !isPartOfWord(text, hit.getStart() - 1) && !isPartOfWord(text, hit.getEnd() + 1);
    }

    /** The library's own whole words take digits and marks for gaps. */
    private static boolean isPartOfWord(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
