package org.truceline.viewer;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long browsers may keep the map's files. */
@Configuration(proxyBeanMethods = false)
class MapFiles implements WebMvcConfigurer {
    private static final String FOLDER = "classpath:/static/map/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Folders there carry a version in their name: what stands in them never changes.
        registry.addResourceHandler("/map/vendor/**")
                .addResourceLocations(FOLDER + "vendor/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        // Ours are asked for again each time, and answered with 304 where nothing changed.
        registry.addResourceHandler("/map/**").addResourceLocations(FOLDER).setCacheControl(CacheControl.noCache());
    }
}
