package contested.passage;

import contested.shared.Slug;

/**
 * What became of a passage in the installed text of its source, for the operator.
 *
 * @param passage    its name
 * @param source     whose text it stands in
 * @param paragraph  where it stands now; where it was recorded when it was not found
 * @param resolution what became of it
 */
public record PassageState(Slug passage, Slug source, int paragraph, Resolution resolution) {

    static PassageState of(Passage passage) {
        return new PassageState(passage.slug(), passage.source().slug(), passage.paragraph(), passage.resolution());
    }
}
