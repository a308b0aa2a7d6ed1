package org.truceline.ogcapi;

import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** Holds SLD against the OGC's own schemas, version 1.1.0. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SldSchemaTest extends ServerTest {
    private static final String OGC = "http://schemas.opengis.net/";
    private static final String SLD = "ogc/sld/1.1.0/StyledLayerDescriptor.xsd";

    /** What they use of the W3C's schemas, which aren't among them. */
    private static final String XML = """
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
              <attribute name="lang" type="language"/>
            </schema>
            """;

    private static final String XLINK = """
            <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink">
              <attribute name="href" type="anyURI"/>
              <attribute name="type" type="string"/>
              <attributeGroup name="simpleAttrs"/>
            </schema>
            """;

    @Autowired
    private LayerCatalogue catalogue;

    private Schema schema;

    @BeforeAll
    void readSchema() throws Exception {
        DOMImplementationLS inputs =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            String absolute = systemId.startsWith("http") || base == null
                    ? systemId
                    : URI.create(base).resolve(systemId).toString();
            LSInput input = inputs.createLSInput();
            input.setSystemId(absolute);
            if (absolute.startsWith(OGC)) {
                input.setByteStream(open("ogc/" + absolute.substring(OGC.length())));
            } else {
                input.setCharacterStream(new StringReader(XMLConstants.XML_NS_URI.equals(namespace) ? XML : XLINK));
            }
            return input;
        });
        try (InputStream file = open(SLD)) {
            schema = factory.newSchema(new StreamSource(file, OGC + SLD.substring("ogc/".length())));
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(SldSchemaTest.class.getClassLoader().getResourceAsStream(file), file);
    }

    @TestFactory
    Stream<DynamicTest> everyStyleIsTrueToTheSchema() {
        return Stream.concat(
                        Stream.of("overview"), catalogue.listLayers().stream().map(Layer::id))
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> schema.newValidator()
                                .validate(new StreamSource(new StringReader(
                                        get("/styles/" + id + "?f=sld11").body())))));
    }
}
