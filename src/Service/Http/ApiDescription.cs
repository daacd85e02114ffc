using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneToOne.Domain;

namespace OneToOne.Service.Http;

/// <summary>How the API describes itself at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Scheme = "bearer";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new() { Title = "OneToOne", Version = "1" };
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Scheme] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = Scheme,
                        BearerFormat = "JWT",
                    },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                if (IsText(context.JsonTypeInfo.Type))
                    (schema.Type, schema.Properties) = (JsonSchemaType.String, null);
                return Task.CompletedTask;
            }
        );
    }

    // Our ids and parsable values have converters of their own, which the schema's maker cannot look into.
    private static bool IsText(Type type) =>
        type.Assembly == typeof(IIdentifier<>).Assembly
        && Array.Exists(
            type.GetInterfaces(),
            i =>
                i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(IIdentifier<>) || i.GetGenericTypeDefinition() == typeof(IParsable<>))
        );
}
