package org.truceline.styles;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The definitions, as YAML has them. */
final class DefinitionFiles {
    private static final String FOLDER = "classpath:org/truceline/styles/layers/*.yaml";
    private static final String EXTENSION = ".yaml";

    private DefinitionFiles() {}

    /** A file beside this class. */
    static Fields read(String name) throws IOException {
        return read(new ClassPathResource(name + EXTENSION, DefinitionFiles.class));
    }

    /** The parts of a file beside this class, by name, in the file's order. */
    static Map<String, Fields> readParts(String name) throws IOException {
        Map<String, Fields> parts = new LinkedHashMap<>();
        Resource file = new ClassPathResource(name + EXTENSION, DefinitionFiles.class);
        if (load(file) instanceof Map<?, ?> map) {
            map.forEach((part, fields) -> parts.put(String.valueOf(part), new Fields(name + "." + part, fields)));
        }
        return parts;
    }

    /** The definitions of layers, by the layers' ids. */
    static Map<String, Fields> readLayers() throws IOException {
        Map<String, Fields> layers = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FOLDER)) {
            String name = String.valueOf(file.getFilename());
            layers.put(name.substring(0, name.length() - EXTENSION.length()), read(file));
        }
        return layers;
    }

    private static Fields read(Resource file) throws IOException {
        return new Fields(String.valueOf(file.getFilename()), load(file));
    }

    private static Object load(Resource file) throws IOException {
        try (InputStream text = file.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        }
    }
}
