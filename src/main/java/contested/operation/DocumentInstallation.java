package contested.operation;

import contested.passage.PassageService;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.source.DocumentFile;
import contested.source.DocumentFolder;
import contested.source.DocumentService;
import contested.source.RecognisedDocument;
import contested.source.Recognition;
import contested.source.SourceReport;
import contested.source.UnreadableDocumentException;
import contested.source.UploadedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Brings documents from a folder into the portal: at each start from the folder that the settings name, and whenever the
 * operator asks. A source whose document is no longer in the folder keeps its text.
 */
@ApplicationScoped
public class DocumentInstallation {

    private static final Logger LOG = Logger.getLogger(DocumentInstallation.class);

    /** The field of a form with which somebody sends a document. */
    private static final String FIELD = "document";

    @Inject
    private Settings settings;

    @Inject
    private DocumentService documents;

    @Inject
    private PassageService passages;

    /**
     * Installs what the documents' folder has. A better text that the operator brought in between stays. That the folder
     * is missing or bad is no reason not to start.
     */
    InstallationReport atStart() {
        Path folder = settings.documentsFolder();
        InstallationReport report = Files.isDirectory(folder)
                ? install(folder, false)
                : report(List.of("no documents' folder at " + folder + ": no documents to install"));
        report.lines().forEach(LOG::info);
        return report;
    }

    /** Installs what that folder has; the operator's choice rules over what is here. */
    public InstallationReport install(Path folder) {
        InstallationReport report = install(folder, true);
        report.lines().forEach(LOG::info);
        return report;
    }

    /**
     * Installs one document that was sent in; whoever sent it rules over what is here.
     *
     * @return the sources whose text it is
     * @throws UserFacingException When it cannot be read as text, or is the text of no source in the catalogue.
     */
    synchronized List<SourceReport> install(UploadedDocument document) {
        List<RecognisedDocument> recognised = recognise(document);
        if (recognised.isEmpty()) {
            throw new UserFacingException(FIELD, "document.unknown");
        }
        List<SourceReport> reports =
                recognised.stream().map(found -> documents.install(found, true)).toList();
        reports.forEach(report -> LOG.info(report.line()));
        return reports;
    }

    private List<RecognisedDocument> recognise(UploadedDocument document) {
        try {
            return new Recognition(documents.known()).recognise(document.read());
        } catch (UnreadableDocumentException e) {
            throw new UserFacingException(
                    FIELD, "document.fault." + e.fault(), e.arguments().toArray());
        }
    }

    /** What is installed now. */
    public InstallationReport report() {
        return report(List.of());
    }

    private InstallationReport report(List<String> notices) {
        return new InstallationReport(notices, List.of(), documents.reports(), passages.states());
    }

    /** One at a time: two would report each other's doings. */
    private synchronized InstallationReport install(Path folder, boolean always) {
        Reading reading = new Reading(new Recognition(documents.known()));
        try {
            List<DocumentFile> files = new DocumentFolder(folder).files();
            files.forEach(reading::read);
            if (files.isEmpty()) {
                reading.notices.add("no files in " + folder);
            }
        } catch (UnreadableDocumentException e) {
            reading.notices.add("folder " + folder + ": " + e.getMessage());
        }
        Map<Slug, SourceReport> received = new HashMap<>();
        reading.best.values().forEach(found -> {
            SourceReport report = documents.install(found.document, always);
            received.put(report.source(), report);
        });
        List<SourceReport> sources = documents.reports().stream()
                .map(source -> received.getOrDefault(source.source(), source))
                .toList();
        return new InstallationReport(reading.notices, reading.files, sources, passages.states());
    }

    /** One going through a folder: what was found, and of two files with one source the better. */
    private static final class Reading {

        private final Recognition recognition;
        private final List<String> notices = new ArrayList<>();
        private final List<FileReport> files = new ArrayList<>();
        private final Map<Slug, Found> best = new HashMap<>();

        Reading(Recognition recognition) {
            this.recognition = recognition;
        }

        void read(DocumentFile file) {
            try {
                List<RecognisedDocument> documents = recognition.recognise(file.read());
                if (documents.isEmpty()) {
                    files.add(FileReport.notRecognised(file.name()));
                }
                documents.forEach(document -> compare(new Found(file.name(), document)));
            } catch (UnreadableDocumentException e) {
                files.add(FileReport.refused(file.name(), e.getMessage()));
            }
        }

        private void compare(Found found) {
            Slug source = found.document.source();
            Found other = best.get(source);
            if (other == null || found.document.same() > other.document.same()) {
                best.put(source, found);
                files.add(FileReport.recognised(found.file, source));
                if (other != null) {
                    files.remove(FileReport.recognised(other.file, source));
                    files.add(FileReport.setAside(other.file, source, found.file));
                }
            } else {
                files.add(FileReport.setAside(found.file, source, other.file));
            }
        }
    }

    private record Found(String file, RecognisedDocument document) {}
}
