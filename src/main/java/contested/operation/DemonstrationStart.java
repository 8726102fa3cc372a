package contested.operation;

import contested.outcome.DemonstrationService;
import contested.outcome.DemonstrationService.Entrance;
import contested.outcome.DemonstrationService.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Loads the demonstration where the operator asks for it, and lets the start tell how to come in: once, on the terminal
 * alone.
 */
@ApplicationScoped
public class DemonstrationStart {

    private static final Logger LOG = Logger.getLogger(DemonstrationStart.class);

    @Inject
    private Settings settings;

    @Inject
    private DemonstrationService demonstration;

    void atStart() {
        Settings.Demonstration asked = settings.demonstration();
        if (asked == Settings.Demonstration.NO) {
            return;
        }
        List<Entrance> entrances = demonstration.load(asked == Settings.Demonstration.AGAIN);
        if (!entrances.isEmpty()) {
            LOG.infof("the demonstration was loaded: %d workshops", entrances.size());
            DemonstrationWords.leave(words(entrances));
        }
    }

    private static List<String> words(List<Entrance> entrances) {
        List<String> lines = new ArrayList<>();
        lines.add("The demonstration was loaded; its people are made up. This is shown once, and kept nowhere.");
        for (Entrance entrance : entrances) {
            lines.add(entrance.title());
            lines.add("  join: " + DemonstrationWords.HERE + "join with the code " + entrance.code());
            for (Part part : entrance.phrases()) {
                lines.add("  come back as the " + part.role() + " (" + part.pseudonym() + "): " + part.phrase());
            }
        }
        lines.add("  phrases go under \u201cCome back\u201d at " + DemonstrationWords.HERE + "join");
        return lines;
    }
}
