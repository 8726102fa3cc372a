package contested.web;

import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.TamedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The interface's words in the visitor's language: {@code text['question.title']} in views. */
@Named
@RequestScoped
public class Text extends AbstractMap<String, String> {

    private static final Map<Language, ResourceBundle> BUNDLES = Map.of(
            Language.EN, bundle(Language.EN),
            Language.VI, bundle(Language.VI));

    private static final Map<Language, DateTimeFormatter> DAYS = Map.of(
            Language.EN, DateTimeFormatter.ofPattern("d MMM uuuu", Language.EN.locale()),
            Language.VI, DateTimeFormatter.ofPattern("d/M/uuuu", Language.VI.locale()));

    private static final Map<Language, DateTimeFormatter> MOMENTS = Map.of(
            Language.EN, DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Language.EN.locale()),
            Language.VI, DateTimeFormatter.ofPattern("HH:mm, d/M/uuuu", Language.VI.locale()));

    @Inject
    private Address address;

    private static ResourceBundle bundle(Language language) {
        // No fallback to the machine's own language: a missing key is a defect that a test finds.
        return ResourceBundle.getBundle(
                "contested.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String get(Object key) {
        return in(address.getLanguage(), String.valueOf(key));
    }

    /** The message with its arguments set in; numbers follow the language's plural, by {@link MessageFormat}. */
    public String with(String key, @Nullable Object... arguments) {
        return format(address.getLanguage(), key, arguments);
    }

    static String in(Language language, String key) {
        return BUNDLES.get(language).getString(key);
    }

    static String format(Language language, String key, @Nullable Object... arguments) {
        return new MessageFormat(in(language, key), language.locale()).format(arguments);
    }

    /** A text of the pack as this visitor sees it. */
    public String of(Bilingual text) {
        return text.shownTo(address.getLanguage());
    }

    /** The {@code lang} of what {@link #of} gives, so that a missing translation is never read out in a wrong voice. */
    public String langOf(Bilingual text) {
        return text.shownIn(address.getLanguage()).tag();
    }

    /** The {@code lang} of what a member wrote, where its letters tell: empty text otherwise. Nobody was asked. */
    public String langOfWords(String html) {
        return WrittenLanguage.of(html, address.getLanguage())
                .map(Language::tag)
                .orElse("");
    }

    /** What somebody typed, as others read it: without the characters by which it would show other than it reads. */
    public String tamed(String typed) {
        return TamedText.of(typed);
    }

    /** The same text in the portal's other languages, by their tags: only what was written. */
    public List<Map.Entry<String, String>> otherWordings(Bilingual text) {
        return Arrays.stream(Language.values())
                .filter(other -> other != text.shownIn(address.getLanguage()))
                .flatMap(other -> text.in(other).map(words -> Map.entry(other.tag(), words)).stream())
                .toList();
    }

    /** Whether the text was written in the visitor's own language. */
    public boolean isTranslated(Bilingual text) {
        return text.in(address.getLanguage()).isPresent();
    }

    public String day(LocalDate day) {
        return DAYS.get(address.getLanguage()).format(day);
    }

    /** A moment in the time zone of the machine, which is that of the school. */
    public String moment(Instant moment) {
        return MOMENTS.get(address.getLanguage()).format(moment.atZone(ZoneId.systemDefault()));
    }

    /** The time of day, such as {@code 10:45}, as the clock in that room shows it. */
    public String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(zone));
    }

    /** A moment as machines read it in a page, which have no use for more than seconds. */
    public String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The name of a language by its BCP 47 tag, as this visitor calls it. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag)
                .getDisplayLanguage(address.getLanguage().locale());
    }

    @Override
    public boolean containsKey(Object key) {
        return BUNDLES.get(address.getLanguage()).containsKey(String.valueOf(key));
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        ResourceBundle bundle = BUNDLES.get(address.getLanguage());
        return bundle.keySet().stream()
                .map(key -> Map.entry(key, bundle.getString(key)))
                .collect(Collectors.toSet());
    }
}
