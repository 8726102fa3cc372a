package contested.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The tag {@code kept}: for somebody signed in, its body is neither built nor rendered again while nothing changed. A
 * visitor's page is kept whole, and what is one person's own is not kept: then the tag is as good as not there.
 */
public final class KeptPartHandler extends TagHandler {

    private final TagAttribute name;
    private final @Nullable TagAttribute shared;

    public KeptPartHandler(TagConfig config) {
        super(config);
        name = getRequiredAttribute("name");
        shared = getAttribute("shared");
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) throws IOException {
        boolean signedIn = CDI.current().select(Visitor.class).get().isSignedIn();
        if (!signedIn || shared != null && !shared.getBoolean(context)) {
            nextHandler.apply(context, parent);
            return;
        }
        KeptParts parts = CDI.current().select(KeptParts.class).get();
        KeptParts.Key key = parts.key(name.getValue(context));
        KeptPart part = (KeptPart) context.getFacesContext().getApplication().createComponent(KeptPart.TYPE);
        part.setTransient(true);
        parent.getChildren().add(part);
        String rendered = parts.find(key);
        if (rendered != null) {
            part.show(rendered);
        } else {
            part.keepIn(parts, key);
            nextHandler.apply(context, part);
        }
    }
}
