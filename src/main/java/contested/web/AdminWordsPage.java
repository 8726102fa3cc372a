package contested.web;

import contested.access.Permission;
import contested.discussion.WordList;
import contested.discussion.WordListService;
import contested.discussion.WordListService.Trial;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /admin/words}: the words that are refused, those that a moderator looks at first, and a text tried on both. */
@Named
@RequestScoped
public class AdminWordsPage implements FormPage {

    private static final String LIST = "list";

    /** Longer than a comment can be. */
    private static final int MAX_TRIED_CHARS = 10_000;

    @Inject
    private WordListService lists;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private Optional<Trial> trial = Optional.empty();

    @PostConstruct
    void admit() {
        Permission.ADMINISTER.require(visitor.actor());
    }

    @Override
    public @Nullable String submit() {
        if (form.has("do", "try")) {
            String text = form.value("text");
            if (text.isBlank() || text.length() > MAX_TRIED_CHARS) {
                throw new UserFacingException("text", "moderation.text.length", MAX_TRIED_CHARS);
            }
            trial = Optional.of(lists.attempt(visitor.actor(), text));
            return null;
        }
        WordList list = chosen();
        Optional<String> removed = form.find("remove");
        if (removed.isPresent()) {
            lists.remove(visitor.actor(), list, removed.get());
            return did(list, "removed");
        }
        return did(list, "added-" + lists.add(visitor.actor(), list, form.value("words")));
    }

    private String did(WordList list, String what) {
        return links.to(Route.ADMIN_WORDS, "", Map.of("did", what, LIST, key(list))) + "#" + key(list);
    }

    private WordList chosen() {
        return TypedValue.choice(WordList.class, form.value(LIST))
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    public List<WordList> getLists() {
        return List.of(WordList.values());
    }

    public List<String> words(WordList list) {
        return lists.words(visitor.actor(), list);
    }

    /** What the lists say of the text that was tried; empty where none was. */
    public Optional<Trial> trial() {
        return trial;
    }

    /** What was done to that list before this page: {@code removed}, or how many words are new; empty for nothing. */
    public String done(WordList list) {
        boolean about =
                address.parameter(LIST, Optional::of).filter(key(list)::equals).isPresent();
        return about && !form.isSent()
                ? address.parameter("did", v -> Optional.of(v).filter(d -> d.matches("removed|added-[0-9]{1,4}")))
                        .orElse("")
                : "";
    }

    public int added(WordList list) {
        return Integer.parseInt(done(list).replaceFirst("added-", ""));
    }

    /** Whether what is wrong or was typed is about that list. */
    public boolean isAbout(WordList list) {
        return form.has(LIST, list.name());
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
