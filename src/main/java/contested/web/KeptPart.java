package contested.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a page that is kept once rendered. What it holds was escaped when it was rendered. */
@FacesComponent(KeptPart.TYPE)
public class KeptPart extends UIComponentBase {

    static final String TYPE = "contested.KeptPart";

    private KeptParts parts;
    private KeptParts.Key key;
    private @Nullable String html;

    void show(String rendered) {
        html = rendered;
    }

    void keepIn(KeptParts newParts, KeptParts.Key newKey) {
        parts = newParts;
        key = newKey;
    }

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        ResponseWriter page = context.getResponseWriter();
        if (html == null) {
            StringWriter rendered = new StringWriter();
            ResponseWriter aside = page.cloneWithWriter(rendered);
            context.setResponseWriter(aside);
            super.encodeChildren(context);
            aside.flush();
            context.setResponseWriter(page);
            html = rendered.toString();
            parts.keep(key, html);
        }
        page.write(Objects.requireNonNull(html));
    }
}
