package contested.web;

import contested.access.SiteRole;
import contested.account.AccountService;
import contested.account.Pseudonym;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.GuessBrake;
import contested.workshop.JoinCode;
import contested.workshop.JoinKey;
import contested.workshop.JoinService;
import contested.workshop.ReturnPhrase;
import contested.workshop.SeatService;
import contested.workshop.SuggestedPseudonym;
import contested.workshop.Workshop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /join} and {@code /join/{code}}: into a workshop with a code and a pseudonym and nothing else asked, or back into
 * one with the phrase that was given out then.
 */
@Named
@RequestScoped
public class JoinPage implements FormPage {

    static final String CODE = "code";

    /** A suggestion that was chosen without a script. */
    private static final String PICK = "pick";

    private static final String KEY = "key";
    private static final String PHRASE = "phrase";
    private static final String DO = "do";

    /** One in the field, and three to choose from. */
    private static final int SUGGESTIONS = 4;

    @Inject
    private JoinService joining;

    @Inject
    private SeatService seats;

    @Inject
    private AccountService accounts;

    @Inject
    private GuessBrake brake;

    @Inject
    private JoinDoor door;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    @Inject
    private CarriedWords carried;

    @Inject
    private Onward onward;

    private final JoinKey key = JoinKey.fresh();
    private List<Pseudonym> suggestions = List.of();

    @PostConstruct
    void load() {
        door.open()
                .ifPresent(workshop -> suggestions = SuggestedPseudonym.some(
                        address.getLanguage(), SUGGESTIONS, pseudonym -> joining.isFree(workshop, pseudonym)));
    }

    @Override
    public @Nullable String submit() {
        return switch (form.value(DO)) {
            case "join" -> join();
            case "code" -> lookUp();
            case "return" -> comeBack();
            case "noted" -> noted();
            // A suggestion goes into the field.
            case "" -> null;
            default -> throw new NotFoundException("nothing to do");
        };
    }

    private @Nullable String join() {
        JoinKey sent = JoinKey.parse(form.value(KEY)).orElseGet(JoinKey::fresh);
        // Before anything else: whoever took the last seat and was not told has it.
        Optional<JoinService.Joined> again = door.code().flatMap(code -> joining.again(code, sent));
        if (again.isPresent()) {
            return enter(again.get(), true);
        }
        if (door.open().isEmpty()) {
            return null;
        }
        JoinCode code = door.code().orElseThrow();
        return enter(joining.join(code, form.value(Pseudonym.FIELD), sent), true);
    }

    /** The same while one form is corrected, another each time that the page is opened. */
    public String getKey() {
        return JoinKey.parse(form.value(KEY)).orElse(key).shown();
    }

    private String lookUp() {
        Workshop found = door.find(form.value(CODE));
        JoinCode code = door.code().orElseThrow();
        joining.shut(found).ifPresent(why -> {
            throw new UserFacingException(CODE, why);
        });
        found.language().filter(own -> !address.isLanguageChosen()).ifPresent(own -> address.speak(own, true));
        return links.join(code);
    }

    private @Nullable String comeBack() {
        Optional<ReturnPhrase> phrase = ReturnPhrase.parse(form.value(PHRASE));
        JoinService.Joined joined = brake.look(PHRASE, () -> phrase.flatMap(joining::comeBack))
                .orElseThrow(() -> new UserFacingException(PHRASE, "join.phrase.wrong"));
        String address = enter(joined, false);
        accounts.visit(joined.token()).ifPresent(visit -> visitor.arrive(visit, joined.token()));
        if (!carried.isTypedBy(visitor)) {
            return address;
        }
        carried.unpack();
        onward.goOn();
        return null;
    }

    /** Into the workshop, and out of whatever else this browser was in. */
    private String enter(JoinService.Joined joined, boolean first) {
        visitor.token().ifPresent(accounts::signOut);
        outcome.signedIn(joined.token());
        if (first) {
            outcome.tell(joined.phrase());
        }
        Slug question = joined.question();
        return question == null
                ? links.workshop(joined.workshop())
                : links.workshopQuestion(joined.workshop(), question);
    }

    /** From then on nobody can show the phrase again. */
    private String noted() {
        outcome.phraseNoted();
        Slug workshop = Slug.parse(form.value("workshop")).orElseThrow(() -> new NotFoundException("workshop"));
        return Slug.parse(form.value("question"))
                .map(question -> links.workshopQuestion(workshop, question))
                .orElseGet(() -> links.workshop(workshop));
    }

    // ---- What the page shows

    /** The workshop that is joined here; null while there is no code that opens one. */
    public @Nullable Workshop getWorkshop() {
        return door.open().orElse(null);
    }

    /** What stands in the field for the code: what was typed, or stood in the address. */
    public String getCode() {
        return form.isSent()
                ? form.value(CODE)
                : door.code().map(JoinCode::shown).orElse("");
    }

    /** What stands in the field for the pseudonym. */
    public String getPseudonym() {
        return form.find(PICK)
                .or(() -> form.find(Pseudonym.FIELD))
                .orElseGet(() -> suggestions.isEmpty() || form.isSent()
                        ? ""
                        : suggestions.get(0).value());
    }

    /** Others to choose from, all of them free. */
    public List<Pseudonym> getSuggestions() {
        return suggestions.stream()
                .filter(pseudonym -> !pseudonym.value().equals(getPseudonym()))
                .limit(SUGGESTIONS - 1L)
                .toList();
    }

    /** Whether this browser is in another workshop, and leaves it by joining. */
    public boolean isGuestElsewhere() {
        return visitor.actor().is(SiteRole.GUEST);
    }

    /** Whether somebody with an account of their own is in this workshop already. */
    public boolean isIn() {
        return door.open()
                .flatMap(workshop -> seats.find(visitor.actor(), workshop.slug()))
                .isPresent();
    }
}
