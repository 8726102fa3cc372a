package contested.web;

import contested.shared.Language;
import contested.source.Source;
import contested.source.SourceCitation;
import java.util.List;

/**
 * How a page offers what it shows for citing.
 *
 * @param forms   from words to what programs read
 * @param address whose address they carry, as the end of a message key: {@code publisher}, {@code here} or {@code none}
 */
public record CitationForms(List<Form> forms, String address) {

    /**
     * One way to write the citation.
     *
     * @param name its key in the message bundles, and a part of its element's id
     * @param text what is copied
     */
    public record Form(String name, String text) {}

    static CitationForms of(SourceCitation citation, Source source, Language language) {
        return new CitationForms(
                List.of(
                        new Form("plain", citation.plainText(language)),
                        new Form("bibtex", citation.bibTeX()),
                        new Form("csl", citation.cslJson())),
                source.address().isPresent() ? "publisher" : citation.address().isPresent() ? "here" : "none");
    }
}
