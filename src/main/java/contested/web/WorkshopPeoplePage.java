package contested.web;

import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.RosterFile;
import contested.workshop.WorkshopMember;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}/people}: who is in it, for those who lead it. */
@Named
@RequestScoped
public class WorkshopPeoplePage implements FormPage {

    /** The member of whom the address asks whether they are to be put out. */
    static final String REMOVE = "remove";

    private static final String DO = "do";
    private static final String MEMBER = "member";
    private static final String PASTED = "pasted";
    private static final String NAME = "name-";
    private static final Set<String> DONE = Set.of("muted", "unmuted", "removed", "extra", "role", "invited", "named");

    @Inject
    private WorkshopRoom room;

    @Inject
    private JoinService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    private @Nullable List<WorkshopMember> members;
    private List<String> roster = List.of();
    private @Nullable String phrase;
    private long phraseOf;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
    }

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public @Nullable String submit() {
        switch (form.value(DO)) {
            case "mute", "unmute" -> {
                boolean mute = form.has(DO, "mute");
                service.mute(visitor.actor(), slug(), member(), mute);
                return done(mute ? "muted" : "unmuted");
            }
            case "remove" -> {
                service.remove(visitor.actor(), slug(), member());
                return done("removed");
            }
            case "extra" -> {
                service.giveExtra(visitor.actor(), slug(), member(), minutes());
                return done("extra");
            }
            case "role" -> {
                WorkshopRole role = TypedValue.choice(WorkshopRole.class, form.value("role"))
                        .orElseThrow(() -> new NotFoundException("role"));
                service.trustAs(visitor.actor(), slug(), member(), role);
                return done("role");
            }
            case "phrase" -> {
                phraseOf = member();
                phrase = service.renewPhrase(visitor.actor(), slug(), phraseOf).shown();
                return null;
            }
            case "invite" -> {
                service.invite(visitor.actor(), slug(), form.value(JoinService.INVITED));
                return done("invited");
            }
            case "roster" -> {
                readRoster();
                return null;
            }
            case "names" -> {
                service.call(visitor.actor(), slug(), typedNames());
                return done("named");
            }
            default -> throw new NotFoundException("nothing to do");
        }
    }

    private String done(String what) {
        return links.peopleDone(slug(), what);
    }

    private long member() {
        return TypedValue.number(form.value(MEMBER)).orElseThrow(() -> new NotFoundException("member"));
    }

    private int minutes() {
        return TypedValue.number(form.value("minutes-" + member()))
                .filter(n -> n <= WorkshopMember.MAX_EXTRA_MINUTES)
                .map(Long::intValue)
                .orElse(-1);
    }

    // ---- Real names

    /** Names to choose from: read into this answer, and kept nowhere but where the facilitator puts one. */
    private void readRoster() {
        if (!isNaming()) {
            throw new NotFoundException("no real names here");
        }
        byte[] file = form.upload(RosterFile.FIELD).map(Upload::bytes).orElseGet(() -> form.value(PASTED)
                .getBytes(StandardCharsets.UTF_8));
        roster = RosterFile.names(file, address.getLanguage());
    }

    private Map<Long, String> typedNames() {
        Map<Long, String> names = new HashMap<>();
        for (WorkshopMember member : getGuests()) {
            form.sent(NAME + member.id()).ifPresent(name -> names.put(member.id(), name));
        }
        return names;
    }

    /** Whether facilitators may see real names beside pseudonyms. */
    public boolean isNamed() {
        return room.getWorkshop().arePersonsShown() && isKept();
    }

    /** Whether they may note some. */
    public boolean isNaming() {
        return room.getWorkshop().arePersonsShown() && room.getPhase() != Phase.CLOSED;
    }

    /** Whether return phrases and real names are kept still. */
    public boolean isKept() {
        return room.getWorkshop().isKeepingPeopleAt(clock.instant());
    }

    /** The names of the file that was sent just now, each once, in its order. */
    public List<String> getRoster() {
        return roster.stream().distinct().toList();
    }

    /** What stands in the field for a member's name. */
    public String name(WorkshopMember member) {
        return form.sent(NAME + member.id()).orElseGet(() -> member.realName().orElse(""));
    }

    // ---- The list

    private List<WorkshopMember> all() {
        List<WorkshopMember> all = members;
        if (all == null) {
            all = service.members(visitor.actor(), slug());
            members = all;
        }
        return all;
    }

    public List<WorkshopMember> getMembers() {
        return all().stream().filter(WorkshopMember::isIn).toList();
    }

    /** Those who joined by the code and do not lead. */
    public List<WorkshopMember> getGuests() {
        return getMembers().stream().filter(this::isGuest).toList();
    }

    public List<WorkshopMember> getRemoved() {
        return all().stream().filter(WorkshopMember::isRemoved).toList();
    }

    /** How many have left and taken their pseudonym along. */
    public long getGone() {
        return all().stream().filter(WorkshopMember::hasLeft).count();
    }

    public boolean isGuest(WorkshopMember member) {
        return member.account().isGuest() && member.role() != WorkshopRole.FACILITATOR;
    }

    public boolean isSelf(WorkshopMember member) {
        return visitor.actor().isAccount(member.account().id());
    }

    public boolean isHere(WorkshopMember member) {
        return member.isHereAt(clock.instant());
    }

    public List<WorkshopRole> otherRoles(WorkshopMember member) {
        return Arrays.stream(WorkshopRole.values())
                .filter(role -> role != member.role())
                .toList();
    }

    public String minutes(WorkshopMember member) {
        String field = "minutes-" + member.id();
        return form.isWrong(field)
                ? form.value(field)
                : String.valueOf(member.extra().toMinutes());
    }

    public int getMaxMinutes() {
        return WorkshopMember.MAX_EXTRA_MINUTES;
    }

    /** The member of whom the page asks once more; null where it asks nothing. */
    public @Nullable WorkshopMember getLeaving() {
        return address.parameter(REMOVE, TypedValue::number)
                .flatMap(id -> getMembers().stream()
                        .filter(m -> m.id().equals(id) && !isSelf(m))
                        .findFirst())
                .orElse(null);
    }

    /** A phrase that was made in this answer; null otherwise. */
    public @Nullable String getPhrase() {
        return phrase;
    }

    public boolean isPhraseOf(WorkshopMember member) {
        return phrase != null && member.id() == phraseOf;
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }
}
