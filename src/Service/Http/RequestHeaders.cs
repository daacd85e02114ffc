using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneToOne.Service.Http.Idempotency;

namespace OneToOne.Service.Http;

/// <summary>Describes the headers that an endpoint asks for as <see cref="IfMatch"/> or <see cref="IdempotencyKey"/>.</summary>
internal static class RequestHeaders
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var asked = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .ToHashSet();
        if (asked.Contains(typeof(IfMatch)))
            Add(operation, "If-Match", "The ETag that was last read; needed to change what is there.");
        if (asked.Contains(typeof(IdempotencyKey)))
            Add(operation, IdempotencyKey.Header, "A new random text for each thing wanted; the same again when asking again.");
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string name, string description) =>
        (operation.Parameters ??= []).Add(
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );
}
