package contested.outcome;

import contested.access.Actor;
import contested.access.WorkshopRole;
import contested.outcome.DemonstrationService.Entrance;
import contested.outcome.DemonstrationService.Part;
import contested.outcome.Script.Room;
import contested.outcome.Script.Turn;
import contested.outcome.Script.Votes;
import contested.shared.Clocks;
import contested.shared.Slug;
import contested.workshop.BallotService;
import contested.workshop.MadeUpPeopleService;
import contested.workshop.Phase;
import contested.workshop.PhasePlan;
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plays one workshop of the demonstration through the services that people use, each scene at the time it has in the
 * script. All of it happens or nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DemonstrationPlayService {

    /** As long as somebody who starts the portal today looks at it with the clock running. */
    private static final int STILL_MINUTES = 47 * 60;

    @Inject
    private DemonstrationRepository demonstrations;

    @Inject
    private MadeUpPeopleService people;

    @Inject
    private WorkshopService workshops;

    @Inject
    private BallotService ballots;

    @Inject
    private DemonstrationTalk talk;

    @Inject
    private OutcomeService outcome;

    @Inject
    private Event<SheetWanted> sheets;

    @Inject
    private Clock clock;

    /** Something that happened so many minutes ago. */
    record Scene(int ago, Runnable act) {}

    /**
     * Who is who in one workshop.
     *
     * @param comments the names of what was said, by their keys in the script; filled as it is said
     */
    record Cast(
            Slug workshop, Actor facilitator, Actor moderator, List<Actor> participants, Map<String, Slug> comments) {

        Actor participant(int number) {
            return participants.get(number);
        }
    }

    Entrance play(List<String> pseudonyms, Room room) {
        if (!demonstrations.wasPlayed()) {
            demonstrations.add(new Demonstration(clock.instant()));
        }
        List<Cast> cast = new ArrayList<>();
        Clocks.ago(Duration.ofMinutes(room.begun()), () -> cast.add(gather(pseudonyms, room)));
        Cast here = cast.get(0);
        List<Scene> scenes = new ArrayList<>();
        Phase seen = Phase.READ;
        for (Turn turn : room.phases()) {
            Phase before = seen;
            scenes.add(new Scene(turn.ago(), () -> go(here, before, turn, room)));
            scenes.add(new Scene(turn.ago() - 1, () -> vote(here, turn)));
            seen = turn.phase();
        }
        scenes.addAll(talk.scenes(here, room));
        scenes.stream()
                .sorted(Comparator.comparingInt(Scene::ago).reversed())
                .forEach(scene -> Clocks.ago(Duration.ofMinutes(scene.ago()), scene.act()));
        if (seen == Phase.SYNTHESIS) {
            conclude(here, room);
        }
        return entrance(pseudonyms, room, here);
    }

    private Cast gather(List<String> pseudonyms, Room room) {
        MadeUpPeopleService.Founded founded = people.found(
                new WorkshopService.Founding(
                        room.title(), new Slug(room.agenda().get(0)), Template.COURSE, ZoneOffset.UTC, null, null),
                room.host());
        Slug slug = founded.workshop();
        Actor host = founded.facilitator();
        workshops.describe(
                host,
                slug,
                new WorkshopService.Description(
                        room.title(), room.welcome(), null, ZoneOffset.UTC, null, Template.COURSE.capacity()));
        room.agenda().stream().skip(1).forEach(question -> workshops.addQuestion(host, slug, new Slug(question)));
        workshops.show(host, slug, true, true, true);
        Actor moderator = people.admit(slug, room.moderator(), WorkshopRole.MODERATOR);
        List<Actor> all = pseudonyms.stream()
                .map(name -> people.admit(slug, name, WorkshopRole.PARTICIPANT))
                .toList();
        return new Cast(slug, host, moderator, all, new HashMap<>());
    }

    private void go(Cast cast, Phase seen, Turn turn, Room room) {
        boolean last = turn.equals(room.phases().get(room.phases().size() - 1));
        if (last) {
            workshops.plan(
                    cast.facilitator(),
                    cast.workshop(),
                    Map.of(turn.phase(), new PhasePlan(turn.ago() + STILL_MINUTES, "")));
        }
        workshops.enter(cast.facilitator(), cast.workshop(), seen, turn.phase());
    }

    private void vote(Cast cast, Turn turn) {
        for (Votes votes : turn.votes()) {
            for (int person = 0; person < cast.participants().size(); person++) {
                if (votes.isCastBy(person)) {
                    ballots.cast(
                            cast.participant(person),
                            cast.workshop(),
                            new Slug(votes.on()),
                            turn.round(),
                            votes.position(person),
                            votes.confidence(person));
                }
            }
        }
    }

    /** What moved people, and what they make of it all. */
    private void conclude(Cast cast, Room room) {
        talk.move(cast, room);
        sheets.fire(new SheetWanted(cast.facilitator(), cast.workshop()));
        Map<String, Long> lines = new HashMap<>();
        room.lines()
                .forEach(line -> lines.put(
                        line.key(),
                        outcome.add(
                                cast.facilitator(), cast.workshop(), new Slug(line.on()), line.kind(), line.text())));
        room.answers()
                .forEach(mark -> outcome.mark(
                        cast.participant(mark.who()),
                        cast.workshop(),
                        Objects.requireNonNull(lines.get(mark.line())),
                        1,
                        mark.objects(),
                        Objects.requireNonNullElse(mark.reason(), "")));
    }

    private Entrance entrance(List<String> pseudonyms, Room room, Cast cast) {
        return new Entrance(
                room.title(),
                people.code(cast.workshop()).shown(),
                List.of(
                        part(cast, WorkshopRole.FACILITATOR, room.host(), cast.facilitator()),
                        part(cast, WorkshopRole.MODERATOR, room.moderator(), cast.moderator()),
                        part(cast, WorkshopRole.PARTICIPANT, pseudonyms.get(0), cast.participant(0))));
    }

    private Part part(Cast cast, WorkshopRole role, String pseudonym, Actor actor) {
        return new Part(
                role.name().toLowerCase(java.util.Locale.ROOT),
                pseudonym,
                people.phrase(cast.workshop(), actor).shown());
    }
}
