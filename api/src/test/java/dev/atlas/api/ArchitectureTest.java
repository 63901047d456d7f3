package dev.atlas.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.atlas.api.http.Open;
import dev.atlas.api.http.Requires;
import dev.atlas.api.http.SignedIn;
import io.micronaut.http.annotation.HttpMethodMapping;
import java.util.Set;

/** What may know what. */
@AnalyzeClasses(packages = "dev.atlas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsOnlyJavaItselfAndATokeniserOfJson = classes()
            .that()
            .resideInAPackage("dev.atlas.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.atlas.domain..", "org.jspecify..", "com.fasterxml.jackson.core..")
            .because("business rules outlive frameworks and engines");

    @ArchTest
    static final ArchRule useCasesKnowNoFrameworkAndNoDriver = noClasses()
            .that()
            .resideInAPackage("dev.atlas.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "java.sql..", "javax.sql..", "com.mongodb..", "org.bson..")
            .because("what Atlas does depends neither on how it is asked nor on where data lies");

    @ArchTest
    static final ArchRule useCasesKnowNeitherEnginesNorHttp = noClasses()
            .that()
            .resideInAPackage("dev.atlas.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.atlas.persistence..",
                    "dev.atlas.sqlite..",
                    "dev.atlas.postgres..",
                    "dev.atlas.mongo..",
                    "dev.atlas.api..",
                    "dev.atlas.cli..");

    @ArchTest
    static final ArchRule httpKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("dev.atlas.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.atlas.persistence..",
                    "dev.atlas.sqlite..",
                    "dev.atlas.postgres..",
                    "dev.atlas.mongo..",
                    "java.sql..",
                    "com.mongodb..");

    @ArchTest
    static final ArchRule whoAsksModelsKnowsUseCasesAlone = classes()
            .that()
            .resideInAPackage("dev.atlas.providers..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.atlas.providers..",
                    "dev.atlas.application..",
                    "dev.atlas.domain..",
                    "dev.langchain4j..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nobodyKnowsHowModelsAreAsked = noClasses()
            .that()
            .resideOutsideOfPackages("dev.atlas.providers..", "dev.atlas.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.atlas.providers..", "dev.langchain4j..", "dev.atlas.wire..")
            .because("a server starts sooner without what it needs when a model is asked for the first time");

    @ArchTest
    static final ArchRule whoSpeaksToPlatformsKnowsUseCasesAlone = classes()
            .that()
            .resideInAPackage("dev.atlas.platforms..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "dev.atlas.platforms..",
                    "dev.atlas.application..",
                    "dev.atlas.domain..",
                    "org.commonmark..",
                    "com.nimbusds..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nobodyKnowsHowPlatformsAreSpokenTo = noClasses()
            .that()
            .resideOutsideOfPackages("dev.atlas.platforms..", "dev.atlas.platformwire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.atlas.platforms..", "dev.atlas.platformwire..", "org.commonmark..")
            .because("a server starts sooner without what it needs when a platform is spoken to for the first time");

    @ArchTest
    static final ArchRule sqliteDoesNotKnowTheOtherEngines = engineKnowsNoOther("sqlite", "postgres", "mongo");

    @ArchTest
    static final ArchRule postgresDoesNotKnowTheOtherEngines = engineKnowsNoOther("postgres", "sqlite", "mongo");

    @ArchTest
    static final ArchRule mongoDoesNotKnowTheOtherEngines = engineKnowsNoOther("mongo", "sqlite", "postgres");

    @ArchTest
    static final ArchRule identityKnowsNoOtherContextThanProjects = noClasses()
            .that()
            .resideInAPackage("dev.atlas.domain.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.atlas.domain.tracking..", "dev.atlas.domain.imports..")
            .because("who people are does not depend on what they measure");

    @ArchTest
    static final ArchRule everyRouteNamesWhoMayUseIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethodMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.atlas.api..")
            .should(nameWhoMayUseThem());

    private static ArchRule engineKnowsNoOther(String engine, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.atlas." + engine + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.atlas." + others[0] + "..", "dev.atlas." + others[1] + "..");
    }

    private static ArchCondition<JavaMethod> nameWhoMayUseThem() {
        Set<String> names = Set.of(Requires.class.getName(), SignedIn.class.getName(), Open.class.getName());
        return new ArchCondition<>("be annotated with exactly one of @Requires, @SignedIn and @Open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long found = method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .filter(type -> names.contains(type.getName()))
                        .count();
                if (found != 1) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " names " + found + " of them"));
                }
            }
        };
    }
}
