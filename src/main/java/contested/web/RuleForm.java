package contested.web;

import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.HouseRulesVersion;
import contested.moderation.RuleWording;
import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The house rules as fields of a form: a slot for each rule, and empty ones for new rules. One press saves them all. */
@Named
@RequestScoped
public class RuleForm {

    /** Empty slots at the end. */
    private static final int NEW = 2;

    /** What a rule says, by the names of its fields. */
    private static final List<String> PARTS = List.of("title", "why", "allowed", "refused");

    private static final int KEY_WORDS = 3;
    private static final int KEY_CHARS = 36;
    private static final int ALPHABET = 26;

    @Inject
    private Form form;

    /** A rule among the fields. @param rule empty in a slot for a new one */
    public record Slot(int number, Optional<HouseRule> rule) {

        String field(String part) {
            return part + "-" + number;
        }

        String field(String part, Language language) {
            return part + "-" + language.tag() + "-" + number;
        }
    }

    /** What has been said of one rule, and where its author wants it. */
    private record Said(int place, RuleWording wording) {}

    /** As many as the rules in force, and some for new ones. */
    public List<Slot> slots(HouseRulesVersion version) {
        List<HouseRule> rules = version.rules();
        int all = Math.max(rules.size(), Math.min(rules.size() + NEW, HouseRulesService.MAX_RULES));
        return IntStream.range(0, all)
                .mapToObj(i -> new Slot(i + 1, i < rules.size() ? Optional.of(rules.get(i)) : Optional.empty()))
                .toList();
    }

    public List<String> getParts() {
        return PARTS;
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public String field(Slot slot, String part) {
        return slot.field(part);
    }

    public String field(Slot slot, String part, Language language) {
        return slot.field(part, language);
    }

    /** What stands in a field: what was typed, else what the rule says now. */
    public String value(Slot slot, String part, Language language) {
        return form.isSent()
                ? form.value(slot.field(part, language))
                : slot.rule().flatMap(r -> text(r, part).in(language)).orElse("");
    }

    public String place(Slot slot) {
        return form.isSent() ? form.value(slot.field("place")) : String.valueOf(slot.number());
    }

    private static Bilingual text(HouseRule rule, String part) {
        return switch (part) {
            case "title" -> rule.title();
            case "why" -> rule.why();
            case "allowed" -> rule.allowed();
            default -> rule.refused();
        };
    }

    /** The rules as they were typed, in the order that was asked for; what is wrong is said beside each field. */
    List<RuleWording> read(HouseRulesVersion version) {
        Set<String> keys = new HashSet<>();
        version.rules().forEach(rule -> keys.add(rule.key()));
        List<Said> said = new ArrayList<>();
        for (Slot slot : slots(version)) {
            if (isKept(slot)) {
                said.add(read(slot, keys));
            }
        }
        if (form.isRefused()) {
            throw new UserFacingException("", "form.wrong");
        }
        return said.stream()
                .sorted(Comparator.comparingInt(Said::place))
                .map(Said::wording)
                .toList();
    }

    /** An empty slot is no rule; one that stood there goes only where that is ticked. */
    private boolean isKept(Slot slot) {
        boolean written = PARTS.stream().anyMatch(part -> getLanguages().stream()
                .anyMatch(l -> !typed(slot, part, l).isEmpty()));
        return !form.has(slot.field("drop"), "yes") && (written || slot.rule().isPresent());
    }

    private Said read(Slot slot, Set<String> keys) {
        Map<String, Bilingual> texts = PARTS.stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> new Bilingual(read(slot, part, Language.EN), read(slot, part, Language.VI))));
        String key = slot.rule().map(HouseRule::key).orElseGet(() -> newKey(typed(slot, "title", Language.EN), keys));
        keys.add(key);
        return new Said(
                readPlace(slot),
                new RuleWording(key, texts.get("title"), texts.get("why"), texts.get("allowed"), texts.get("refused")));
    }

    private String read(Slot slot, String part, Language language) {
        String typed = typed(slot, part, language);
        int most = part.equals("title") ? RuleWording.MAX_TITLE_CHARS : RuleWording.MAX_TEXT_CHARS;
        if (typed.isEmpty()) {
            form.refuse(new UserFacingException(slot.field(part, language), "admin.rules.needed"));
        } else if (typed.length() > most) {
            form.refuse(new UserFacingException(slot.field(part, language), "moderation.words.length", most));
        }
        return typed;
    }

    private String typed(Slot slot, String part, Language language) {
        return form.value(slot.field(part, language)).replace("\0", "").strip();
    }

    private int readPlace(Slot slot) {
        String place = form.value(slot.field("place")).strip();
        if (!place.matches("[0-9]{1,2}")) {
            form.refuse(new UserFacingException(slot.field("place"), "admin.rules.place.wrong"));
            return slot.number();
        }
        return Integer.parseInt(place);
    }

    /** The name by which decisions call the rule, for good: its first words. */
    private static String newKey(String title, Set<String> taken) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-|-$", "");
        String words = Arrays.stream(plain.split("-")).limit(KEY_WORDS).collect(Collectors.joining("-"));
        String key = words.isEmpty()
                ? "rule"
                : words.substring(0, Math.min(words.length(), KEY_CHARS)).replaceAll("-$", "");
        return IntStream.rangeClosed(0, ALPHABET)
                .mapToObj(i -> i == 0 ? key : key + "-" + (char) ('a' + i - 1))
                .filter(k -> !taken.contains(k))
                .findFirst()
                .orElse(key);
    }
}
