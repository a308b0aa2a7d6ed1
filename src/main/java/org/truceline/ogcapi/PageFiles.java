package org.truceline.ogcapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages' style sheet: asked for again each time, and answered with 304 where nothing changed. */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/pages/**")
                .addResourceLocations("classpath:/static/pages/")
                .setCacheControl(CacheControl.noCache());
    }
}
